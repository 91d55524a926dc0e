package kz.qadam.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A directory with a copy of the archive. Files are only added, and never over others. */
public final class ArchiveDirectory {

    private static final Pattern OWN =
            Pattern.compile("[0-9]+/[0-9]{4}/[0-9]{9}\\.(manifest|sig|ndjson\\.gz)(\\.part)?");

    private final Path root;

    public ArchiveDirectory(Path root) {
        this.root = root;
    }

    /**
     * The manifests of a stream in the order of their numbers.
     *
     * @throws Refused if the directory of the stream has a foreign file, or a manifest that is none
     */
    List<SegmentManifest> manifests(String stream) throws IOException, Refused {
        Path directory = root.resolve(stream);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> files;
        try (var all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<SegmentManifest> manifests = new ArrayList<>();
        for (Path file : files) {
            if (!OWN.matcher(directory.relativize(file).toString()).matches()) {
                throw new Refused("%s is no file of the archive: put it elsewhere.".formatted(file));
            }
            if (file.toString().endsWith(".manifest")) {
                manifests.add(SegmentManifest.parse(stream, Files.readAllBytes(file)));
            }
        }
        manifests.sort(Comparator.comparingInt(SegmentManifest::epoch).thenComparingLong(SegmentManifest::number));
        return manifests;
    }

    /**
     * Checks that the files of a kept segment are there.
     *
     * @throws Refused if one is missing
     */
    void requireWhole(SegmentManifest manifest) throws Refused {
        for (String ending : List.of(".ndjson.gz", ".sig")) {
            if (!Files.exists(root.resolve(manifest.path() + ending))) {
                throw new Refused("%s%s is missing: the copy was altered.".formatted(manifest.path(), ending));
            }
        }
    }

    /** Adds a checked segment. The manifest comes last: a segment that has one is complete. */
    void add(Segment segment) throws IOException, Refused {
        String path = segment.manifest().path();
        write(path + ".ndjson.gz", segment.packed());
        write(path + ".sig", segment.signature());
        write(path + ".manifest", segment.manifest().text().getBytes(StandardCharsets.UTF_8));
    }

    /** The copy of a release; empty if there is none. */
    Optional<byte[]> release(long number) throws IOException {
        Path file = root.resolve(releaseFile(number));
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void addRelease(long number, byte[] document) throws IOException, Refused {
        write(releaseFile(number), document);
    }

    private static String releaseFile(long number) {
        return "releases/%06d.json".formatted(number);
    }

    /** The kept bytes of a file. */
    byte[] read(String file) throws IOException {
        return Files.readAllBytes(root.resolve(file));
    }

    /**
     * A key that the directory trusts.
     *
     * @throws Refused if it does not have the key, or the file is no key
     */
    PublicKey key(String id) throws IOException, Refused {
        Path file = root.resolve("keys").resolve(id + ".pem");
        if (!id.matches("[0-9a-f]{16}") || !Files.exists(file)) {
            throw new Refused(
                    "keys/%s.pem is missing: compare the key with the operator's, and put it there (archive keys)."
                            .formatted(id));
        }
        return key(id, Files.readString(file));
    }

    /**
     * Adds a public key, in PEM, and returns its id.
     *
     * @throws Refused if it is no key
     */
    public String addKey(String pem) throws IOException, Refused {
        String id = idOf(pem);
        key(id, pem);
        write("keys/" + id + ".pem", pem.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /**
     * By what manifests name a key: the first 16 digits of the SHA-256 of its DER form.
     *
     * @throws Refused if it is no key
     */
    static String idOf(String pem) throws Refused {
        return Digests.of(der(pem)).substring(0, 16);
    }

    private static PublicKey key(String id, String pem) throws Refused {
        byte[] der = der(pem);
        if (!Digests.of(der).startsWith(id)) {
            throw new Refused("keys/%s.pem is another key than its name says.".formatted(id));
        }
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new Refused("keys/%s.pem is no key of Ed25519.".formatted(id));
        }
    }

    private static byte[] der(String pem) throws Refused {
        try {
            return Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new Refused("What should be a public key is none.");
        }
    }

    /** A file is there whole and on the disk, or not at all. */
    private void write(String name, byte[] content) throws IOException, Refused {
        Path file = root.resolve(name);
        if (Files.exists(file)) {
            if (!Arrays.equals(Files.readAllBytes(file), content)) {
                throw new Refused("%s is there with another content, and stays as it is.".formatted(file));
            }
            return;
        }
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.getParent())) {
            directory.force(true);
        }
    }
}
