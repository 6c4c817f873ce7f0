/* Preloaded under the writer: notes what reaches the disk in its folder, in order, or lets the nth of these calls fail.
   HOLDEPUNKT_SHIM_FOLDER  the folder that counts
   HOLDEPUNKT_SHIM_LOG     the record: one byte of kind, 32-bit id of the file, 64-bit place, 32-bit length, bytes
                           (m a new folder, d the flush of one, x one taken away; the bytes are names, relative to the folder)
   HOLDEPUNKT_SHIM_FAIL    kind:n, kind one of eio, enospc, short, fsync: the nth call that counts fails, once
   Copies that the system could make by itself (copy_file_range, sendfile) are refused, so that they are seen as writes.
   Not here: what becomes of the record (disk.rs). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 'o', WRITE = 'w', CUT = 't', SYNC = 's', RENAME = 'r', UNLINK = 'u', ACK = 'a', SYNC_FOLDER = 'd', MAKE_FOLDER = 'm', END_FOLDER = 'x' };

#define MOST 4096
static char folder[PATH_MAX];
static size_t folder_length;
static int log_fd = -1, fail_kind, ready;
static long fail_at = -1, counted;
static uint32_t file_of[MOST]; /* id of the file an fd stands for; 0: none of ours */
static char *folder_of[MOST]; /* the name of the folder of ours that an fd stands for */
static uint32_t next_id = 1;
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...) static result (*real_##name)(__VA_ARGS__)
REAL(int, open, const char *, int, ...);
REAL(int, openat, int, const char *, int, ...);
REAL(int, close, int);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
REAL(int, ftruncate, int, off_t);
REAL(int, fsync, int);
REAL(int, fdatasync, int);
REAL(int, rename, const char *, const char *);
REAL(int, unlink, const char *);
REAL(int, unlinkat, int, const char *, int);
REAL(int, mkdir, const char *, mode_t);
REAL(int, rmdir, const char *);

__attribute__((constructor)) static void start(void) {
  if (ready) return;
  real_open = dlsym(RTLD_NEXT, "open");
  real_openat = dlsym(RTLD_NEXT, "openat");
  real_close = dlsym(RTLD_NEXT, "close");
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_unlinkat = dlsym(RTLD_NEXT, "unlinkat");
  real_mkdir = dlsym(RTLD_NEXT, "mkdir");
  real_rmdir = dlsym(RTLD_NEXT, "rmdir");
  ready = 1;
  const char *where = getenv("HOLDEPUNKT_SHIM_FOLDER"), *record = getenv("HOLDEPUNKT_SHIM_LOG"), *fail = getenv("HOLDEPUNKT_SHIM_FAIL");
  if (where && strlen(where) < sizeof folder) strcpy(folder, where);
  folder_length = strlen(folder);
  if (record) log_fd = real_open(record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fail) {
    fail_kind = fail[0]; /* e n s f */
    const char *colon = strchr(fail, ':');
    if (strncmp(fail, "enospc", 6) == 0) fail_kind = 'n';
    fail_at = colon ? atol(colon + 1) : -1;
  }
}

static int ours(const char *path) {
  return folder_length && path && strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || path[folder_length] == 0);
}

static void note(char kind, uint32_t id, uint64_t place, const void *bytes, uint32_t length) {
  if (log_fd < 0) return;
  char head[17];
  head[0] = kind;
  memcpy(head + 1, &id, 4);
  memcpy(head + 5, &place, 8);
  memcpy(head + 13, &length, 4);
  struct iovec parts[2] = {{head, 17}, {(void *)bytes, length}};
  if (writev(log_fd, parts, length ? 2 : 1) != (ssize_t)(17 + length)) abort();
}

static uint32_t file(int fd) { return fd >= 0 && fd < MOST ? file_of[fd] : 0; }

/* Whether this call is the one that shall fail. */
static int fails(char kind) {
  counted += 1;
  if (counted != fail_at) return 0;
  return fail_kind == 'f' ? kind == SYNC : 1;
}

static int refuse(void) {
  errno = fail_kind == 'n' ? ENOSPC : EIO;
  return -1;
}

/* The name below the folder; empty for the folder itself. */
static const char *below(const char *path) { return path[folder_length] ? path + folder_length + 1 : ""; }

/* The whole path of a name given with the folder it lies in. */
static const char *whole(int at, const char *path, char *room) {
  if (at == AT_FDCWD || path[0] == '/') return path;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", at);
  ssize_t length = readlink(link, room, PATH_MAX);
  if (length <= 0 || length + strlen(path) + 2 > PATH_MAX) return path;
  room[length] = '/';
  strcpy(room + length + 1, path);
  return room;
}

static void forget(int fd) {
  if (fd < 0 || fd >= MOST) return;
  file_of[fd] = 0;
  free(folder_of[fd]);
  folder_of[fd] = NULL;
}

static void opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= MOST) return;
  forget(fd);
  if (!ours(path)) return;
  struct stat seen;
  if (flags & O_DIRECTORY || path[folder_length] == 0 || (fstat(fd, &seen) == 0 && S_ISDIR(seen.st_mode))) {
    file_of[fd] = UINT32_MAX;
    folder_of[fd] = strdup(below(path));
    return;
  }
  file_of[fd] = next_id++;
  uint64_t how = (flags & O_TRUNC ? 1 : 0) | (was_there ? 0 : 2);
  note(OPEN, file_of[fd], how, below(path), strlen(below(path)));
}

static int open_any(int at, const char *given, int flags, mode_t mode) {
  start();
  char room[PATH_MAX + 1];
  const char *path = whole(at, given, room);
  pthread_mutex_lock(&one);
  int was_there = ours(path) ? access(path, F_OK) == 0 : 1, fd;
  if (ours(path) && flags & O_CREAT && !was_there && fails(OPEN)) fd = refuse();
  else fd = at == AT_FDCWD ? real_open(given, flags, mode) : real_openat(at, given, flags, mode);
  int kept = errno;
  opened(fd, path, flags, was_there);
  pthread_mutex_unlock(&one);
  errno = kept;
  return fd;
}

#define OPENS(name)                                   \
  int name(const char *path, int flags, ...) {        \
    va_list more;                                     \
    va_start(more, flags);                            \
    mode_t mode = va_arg(more, mode_t);               \
    va_end(more);                                     \
    return open_any(AT_FDCWD, path, flags, mode);     \
  }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                \
  int name(int at, const char *path, int flags, ...) {\
    va_list more;                                     \
    va_start(more, flags);                            \
    mode_t mode = va_arg(more, mode_t);               \
    va_end(more);                                     \
    return open_any(at, path, flags, mode);           \
  }
OPENS_AT(openat)
OPENS_AT(openat64)

int close(int fd) {
  start();
  forget(fd);
  return real_close(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  start();
  uint32_t id = file(fd);
  if (fd == 1 && log_fd >= 0) {
    pthread_mutex_lock(&one);
    note(ACK, 0, 0, bytes, length);
    pthread_mutex_unlock(&one);
  }
  if (!id || id == UINT32_MAX) return real_write(fd, bytes, length);
  pthread_mutex_lock(&one);
  ssize_t done;
  if (fails(WRITE)) done = fail_kind == 's' && length > 1 ? real_write(fd, bytes, length / 2) : refuse();
  else done = real_write(fd, bytes, length);
  int kept = errno;
  if (done > 0) note(WRITE, id, lseek(fd, 0, SEEK_CUR) - done, bytes, done);
  pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}

static ssize_t pwrite_any(int fd, const void *bytes, size_t length, off_t place) {
  start();
  uint32_t id = file(fd);
  if (!id) return real_pwrite(fd, bytes, length, place);
  pthread_mutex_lock(&one);
  ssize_t done;
  if (fails(WRITE)) done = fail_kind == 's' && length > 1 ? real_pwrite(fd, bytes, length / 2, place) : refuse();
  else done = real_pwrite(fd, bytes, length, place);
  int kept = errno;
  if (done > 0) note(WRITE, id, place, bytes, done);
  pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t place) { return pwrite_any(fd, bytes, length, place); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t place) { return pwrite_any(fd, bytes, length, place); }

static int cut_any(int fd, off_t length) {
  start();
  uint32_t id = file(fd);
  if (!id) return real_ftruncate(fd, length);
  pthread_mutex_lock(&one);
  int done = fails(CUT) ? refuse() : real_ftruncate(fd, length), kept = errno;
  if (done == 0) note(CUT, id, length, NULL, 0);
  pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}
int ftruncate(int fd, off_t length) { return cut_any(fd, length); }
int ftruncate64(int fd, off_t length) { return cut_any(fd, length); }

static int sync_any(int fd, int (*real)(int)) {
  uint32_t id = file(fd);
  if (!id) return real(fd);
  pthread_mutex_lock(&one);
  int done = fails(SYNC) ? refuse() : real(fd), kept = errno;
  if (done == 0 && id == UINT32_MAX) note(SYNC_FOLDER, 0, 0, folder_of[fd], strlen(folder_of[fd]));
  else if (done == 0) note(SYNC, id, 0, NULL, 0);
  pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}
int fsync(int fd) {
  start();
  return sync_any(fd, real_fsync);
}
int fdatasync(int fd) {
  start();
  return sync_any(fd, real_fdatasync);
}

int rename(const char *from, const char *to) {
  start();
  if (!ours(from)) return real_rename(from, to);
  pthread_mutex_lock(&one);
  int done = fails(RENAME) ? refuse() : real_rename(from, to), kept = errno;
  if (done == 0) {
    char both[2 * PATH_MAX];
    size_t length = snprintf(both, sizeof both, "%s", below(from)) + 1;
    length += snprintf(both + length, sizeof both - length, "%s", below(to));
    note(RENAME, 0, 0, both, length);
  }
  pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}

/* Takes a name away: of a file, or of a folder that is empty. */
static int end_any(int at, const char *given, int flags, int folder) {
  char room[PATH_MAX + 1];
  const char *path = whole(at, given, room);
  int counts = ours(path);
  if (counts) pthread_mutex_lock(&one);
  int done = counts && fails(UNLINK) ? refuse() : at == AT_FDCWD ? (folder ? real_rmdir(given) : real_unlink(given)) : real_unlinkat(at, given, flags);
  int kept = errno;
  if (counts && done == 0) note(folder ? END_FOLDER : UNLINK, 0, 0, below(path), strlen(below(path)));
  if (counts) pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}
int unlink(const char *path) {
  start();
  return end_any(AT_FDCWD, path, 0, 0);
}
int rmdir(const char *path) {
  start();
  return end_any(AT_FDCWD, path, 0, 1);
}
int unlinkat(int at, const char *path, int flags) {
  start();
  return end_any(at, path, flags, (flags & AT_REMOVEDIR) != 0);
}

int mkdir(const char *path, mode_t mode) {
  start();
  if (!ours(path) || path[folder_length] == 0) return real_mkdir(path, mode);
  pthread_mutex_lock(&one);
  int done = fails(OPEN) ? refuse() : real_mkdir(path, mode), kept = errno;
  if (done == 0) note(MAKE_FOLDER, 0, 0, below(path), strlen(below(path)));
  pthread_mutex_unlock(&one);
  errno = kept;
  return done;
}

/* The library goes on with read and write. */
ssize_t copy_file_range(int from, off_t *at, int to, off_t *there, size_t length, unsigned flags) {
  (void)from, (void)at, (void)to, (void)there, (void)length, (void)flags;
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile64(int to, int from, off_t *at, size_t length) {
  (void)to, (void)from, (void)at, (void)length;
  errno = ENOSYS;
  return -1;
}
