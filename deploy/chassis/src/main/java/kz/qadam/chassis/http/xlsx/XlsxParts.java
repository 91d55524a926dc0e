package kz.qadam.chassis.http.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** The parts of an .xlsx file and the references between them (Open Packaging Conventions). */
final class XlsxParts implements Closeable {

    /** The most bytes for the zip's table of contents: enough for all permitted references, and more. */
    private static final int MOST_CONTENTS = 512 * 1024;

    private static final int MOST_REFERENCES = 4_096;

    private static final Set<Integer> METHODS = Set.of(ZipMethod.STORED.getCode(), ZipMethod.DEFLATED.getCode());

    /** Text is compressed to a tenth, repetitive text to a fiftieth. */
    private static final int MOST_UNPACKED_PER_BYTE = 100;

    private static final int UNPACKED_ALWAYS = 16 * 1024 * 1024;

    /** A reference from one part to another. */
    record Reference(String type, String part) {

        boolean isTo(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final Spool spool;
    private final ZipFile zip;
    private final UnpackingAllowance unpacked;

    XlsxParts(Spool spool, UnpackingLimits limits) throws IOException {
        this.spool = spool;
        this.unpacked = new UnpackingAllowance(
                Math.min(limits.unpacked(), UNPACKED_ALWAYS + spool.size() * MOST_UNPACKED_PER_BYTE));
        spool.limit(MOST_CONTENTS);
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(spool)
                .setIgnoreLocalFileHeader(true)
                .get();
        spool.limit(Long.MAX_VALUE);
    }

    /** Empty if there is no such part. */
    Optional<InputStream> open(String part) throws IOException {
        return open(part, Long.MAX_VALUE);
    }

    /** The same, with a separate limit for the unpacked bytes of this part. */
    Optional<InputStream> open(String part, long most) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return Optional.empty();
        }
        if (!METHODS.contains(entry.getMethod())) {
            throw FileProblems.malformed();
        }
        return Optional.of(new UnpackedStream(zip.getInputStream(entry), unpacked, new UnpackingAllowance(most)));
    }

    /** The parts of this file that a part refers to, by id; the empty name means the file itself. */
    Map<String, Reference> references(String part) throws IOException, XMLStreamException {
        int name = part.lastIndexOf('/') + 1;
        Map<String, Reference> references = new LinkedHashMap<>();
        Optional<InputStream> stored = open(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels");
        if (stored.isPresent()) {
            try (Xml xml = new Xml(stored.get())) {
                int count = 0;
                while (xml.next()) {
                    if (++count > MOST_REFERENCES) {
                        throw FileProblems.tooManyParts();
                    }
                    reference(part, xml).ifPresent(reference -> references.putIfAbsent(xml.attribute("Id"), reference));
                }
            }
        }
        return references;
    }

    private static Optional<Reference> reference(String part, Xml xml) {
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        return type == null || target == null || "External".equals(xml.attribute("TargetMode"))
                ? Optional.empty()
                : resolved(part, target).map(to -> new Reference(type, to));
    }

    /** The target within the file; empty for an external target, such as {@code mailto:}, and for an invalid one. */
    private static Optional<String> resolved(String part, String target) {
        try {
            URI to = new URI(null, null, "/" + part, null).resolve(target);
            boolean leadsOut = to.getScheme() != null || to.getRawAuthority() != null;
            return leadsOut || to.getPath().isEmpty()
                    ? Optional.empty()
                    : Optional.of(to.getPath().substring(1));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        spool.close();
    }
}
