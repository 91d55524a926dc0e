package kz.qadam.chassis.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a packed file, and how they refer to each other (Open Packaging Conventions). */
final class Parts implements Closeable {

    /** For the table of contents: some thousand entries, of which a spreadsheet has some dozen. */
    private static final int MOST_CONTENTS = 256 * 1024;

    /** Text packs to a tenth, repetitive text to a fiftieth. */
    private static final int MOST_UNPACKED_PER_BYTE = 100;

    private static final int UNPACKED_ALWAYS = 16 * 1024 * 1024;

    /** What one part says about another. */
    record Reference(String type, String part) {

        boolean isTo(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final Spool spool;
    private final ZipFile zip;
    private final long packed;

    Parts(Spool spool) throws IOException {
        this.spool = spool;
        this.packed = spool.size();
        spool.limit(MOST_CONTENTS);
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(spool)
                .setIgnoreLocalFileHeader(true)
                .get();
        spool.limit(Long.MAX_VALUE);
    }

    /** Empty if there is no such part. */
    Optional<InputStream> open(String part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        return entry == null ? Optional.empty() : Optional.of(new Unpacking(zip.getInputStream(entry), mostUnpacked()));
    }

    private long mostUnpacked() {
        return UNPACKED_ALWAYS + packed * MOST_UNPACKED_PER_BYTE;
    }

    /** What a part refers to, by id; the empty name stands for the file itself. */
    Map<String, Reference> references(String part) throws IOException, XMLStreamException {
        int name = part.lastIndexOf('/') + 1;
        Map<String, Reference> references = new HashMap<>();
        Optional<InputStream> stored = open(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels");
        if (stored.isPresent()) {
            try (Xml xml = new Xml(stored.get())) {
                while (xml.next()) {
                    String type = xml.attribute("Type");
                    if (type != null && !"External".equals(xml.attribute("TargetMode"))) {
                        references.put(
                                xml.attribute("Id"), new Reference(type, resolved(part, xml.attribute("Target"))));
                    }
                }
            }
        }
        return references;
    }

    private static String resolved(String part, String target) {
        try {
            return URI.create("/" + part).resolve(target).getPath().substring(1);
        } catch (IllegalArgumentException e) {
            throw Unreadable.malformed();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        spool.close();
    }
}
