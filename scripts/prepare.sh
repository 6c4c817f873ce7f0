# What ./run and ./test share: looks for what is needed, installs it, says what it is doing. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n\033[1m▸ %s\033[0m\n' "$*"; }
stop() {
  printf '\nHoldepunkt stops here: %s\n' "$*" >&2
  exit 1
}

need_command() { # need_command NAME "what it is and how to get it"
  command -v "$1" >/dev/null 2>&1 || stop "$2"
}

# Installs the Debian packages that are missing. As root at once; otherwise asks first.
need_packages() {
  command -v dpkg-query >/dev/null 2>&1 || {
    echo "This is not Debian or Ubuntu: please see to it yourself that these are installed: $*"
    return 0
  }
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "System packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    need_command sudo "these system packages are missing and sudo is not here to install them: ${missing[*]}"
    as_root=(sudo)
    if [ -t 0 ]; then
      read -r -p "Install them now with sudo apt-get? [Y/n] " answer
      case "$answer" in n* | N*) stop "install them when it suits you: sudo apt-get install ${missing[*]}" ;; esac
    fi
  fi
  "${as_root[@]}" apt-get update -qq || stop "apt-get update did not work. Is there a network?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    stop "apt-get could not install: ${missing[*]}"
}

BUILD_PACKAGES=(build-essential pkg-config libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev libssl-dev libclang-dev)
TEST_PACKAGES=(age xvfb xauth xdotool dbus dbus-x11 webkit2gtk-driver at-spi2-core poppler-utils qpdf python3-venv util-linux procps libx11-6 strace iproute2 libsqlite3-0 gnome-keyring)

# The other program that opens locked files, kept to ourselves: built once, and only again for another version.
need_rage() {
  local version=0.12.1 place="$PWD/target/rage"
  if ! "$place/bin/rage" --version 2>/dev/null | grep -qF "$version"; then
    say "rage $version, to try locked files with"
    CARGO_TARGET_DIR="$place/build" cargo install rage --version "$version" --locked --quiet --root "$place" --bin rage --bin rage-keygen ||
      stop "rage could not be installed. Is there a network?"
    rm -rf "$place/build"
  fi
  export RAGE="$place/bin/rage"
}

need_toolchains() {
  need_command cargo "Rust is missing. Install it from your system or from rustup (version 1.95 or newer)."
  need_command node "Node.js is missing. Version 20 or newer is needed."
  need_command npm "npm is missing. It comes with Node.js."
  local node_major
  node_major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$node_major" -ge 20 ] || stop "Node.js is version $node_major; version 20 or newer is needed."
}

# npm ci only when the lock file changed since the last time.
need_node_modules() {
  local stamp=ui/node_modules/.lock-seen
  if ! cmp -s ui/package-lock.json "$stamp" 2>/dev/null; then
    say "Packages of the screen (npm ci)"
    (cd ui && npm ci --no-audit --no-fund --loglevel=error) || stop "npm ci did not work. Is there a network?"
    cp ui/package-lock.json "$stamp"
  fi
}

build_screen() {
  say "The screen (vite build)"
  (cd ui && npm run --silent build) || stop "the screen could not be built; the lines above say why."
}
