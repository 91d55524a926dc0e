package kz.qadam.chassis.xlsx;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The texts that cells refer to by number. There may be millions: they are set aside in blocks, and those last asked for
 * are kept at hand, since neighbours mostly stand together.
 */
final class SharedStrings {

    private static final int BLOCK = 32;
    private static final int BYTES_AT_HAND = 4 * 1024 * 1024;

    private final Spool spool;
    private final Cache<Integer, String[]> atHand = Caffeine.newBuilder()
            .maximumWeight(BYTES_AT_HAND)
            .weigher((Integer block, String[] texts) -> weight(texts))
            .executor(Runnable::run)
            .build();
    private long[] starts = new long[16];
    private int blocks;
    private final List<String> last = new ArrayList<>(BLOCK);

    SharedStrings(Spool spool) {
        this.spool = spool;
    }

    void read(Optional<InputStream> part) throws IOException, XMLStreamException {
        if (part.isPresent()) {
            try (Xml xml = new Xml(part.get())) {
                while (xml.next()) {
                    if (xml.is("si")) {
                        add(xml.runs("si"));
                    }
                }
            }
        }
    }

    /** The text of this number; empty if there is none. */
    String text(int number) {
        int block = Math.floorDiv(number, BLOCK);
        int place = Math.floorMod(number, BLOCK);
        if (block < 0 || block > blocks || (block == blocks && place >= last.size())) {
            throw Unreadable.malformed();
        }
        return block == blocks ? last.get(place) : atHand.get(block, this::load)[place];
    }

    private void add(String text) {
        last.add(text);
        if (last.size() == BLOCK) {
            setAside();
        }
    }

    private void setAside() {
        if (blocks + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[blocks++] = spool.size();
        List<byte[]> texts =
                last.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer block = ByteBuffer.allocate(
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        texts.forEach(text -> block.putInt(text.length).put(text));
        spool.append(block.array(), 0, block.capacity());
        starts[blocks] = spool.size();
        last.clear();
    }

    private String[] load(int block) {
        ByteBuffer bytes = ByteBuffer.wrap(spool.read(starts[block], (int) (starts[block + 1] - starts[block])));
        String[] texts = new String[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            byte[] text = new byte[bytes.getInt()];
            bytes.get(text);
            texts[i] = new String(text, StandardCharsets.UTF_8);
        }
        return texts;
    }

    private static int weight(String[] texts) {
        return Arrays.stream(texts).mapToInt(text -> 2 * text.length() + 64).sum();
    }
}
