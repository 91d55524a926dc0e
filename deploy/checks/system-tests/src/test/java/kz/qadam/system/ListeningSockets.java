package kz.qadam.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the processes that this one has started wait for connections, as Linux shows it in /proc. */
final class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    static List<InetAddress> ofChildren() throws IOException {
        Set<String> own = new HashSet<>();
        ProcessHandle.current().descendants().forEach(child -> own.addAll(sockets(child.pid())));
        return Stream.concat(lines("tcp"), lines("tcp6"))
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line[STATE].equals(LISTEN) && own.contains("socket:[" + line[INODE] + "]"))
                .map(line -> address(line[ADDRESS].split(":", -1)[0]))
                .toList();
    }

    private static Stream<String> lines(String protocol) throws IOException {
        return Files.readAllLines(Path.of("/proc/net", protocol)).stream().skip(1);
    }

    private static List<String> sockets(long pid) {
        try (var open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.map(ListeningSockets::target).flatMap(Optional::stream).toList();
        } catch (IOException ended) {
            return List.of();
        }
    }

    private static Optional<String> target(Path open) {
        try {
            return Optional.of(Files.readSymbolicLink(open).toString());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** The kernel writes words of four bytes, the last byte first. */
    private static InetAddress address(String words) {
        byte[] written = HexFormat.of().parseHex(words);
        byte[] address = new byte[written.length];
        for (int i = 0; i < address.length; i++) {
            address[i] = written[i / 4 * 4 + 3 - i % 4];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(words, e);
        }
    }
}
