"""Everything that goes over the wire of a namespace: how much, and whether any of these words stand in it."""
import signal, socket, sys

end = False
def stop(*_):
    global end
    end = True
signal.signal(signal.SIGTERM, stop)
words = [word.encode() for word in sys.argv[2:]]
wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(3))
wire.bind((sys.argv[1], 0))
wire.settimeout(0.2)
size, packets, found = 0, 0, {}
while not end:
    try:
        packet = wire.recv(65536)
    except TimeoutError:
        continue
    size += len(packet); packets += 1
    for word in words:
        found[word] = found.get(word, 0) + packet.count(word)
print("wire_packets", packets)
print("wire_bytes", size)
for word in words:
    print("plaintext", word.decode(), found.get(word, 0))
