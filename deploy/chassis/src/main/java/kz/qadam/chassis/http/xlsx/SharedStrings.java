package kz.qadam.chassis.http.xlsx;

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
 * The texts that cells refer to by number. There may be millions: they are spooled in blocks, and the last used blocks
 * are cached, since neighbouring cells mostly refer to neighbouring texts.
 */
final class SharedStrings {

    /** How many texts form a block, unless they are long. */
    private static final int BLOCK = 32;

    private static final int LONG_BLOCK = 64 * 1024;
    private static final int MOST_TEXTS = 16 * 1024 * 1024;
    private static final int BYTES_CACHED = 4 * 1024 * 1024;

    private final Spool spool;
    private final Cache<Integer, String[]> cache = Caffeine.newBuilder()
            .maximumWeight(BYTES_CACHED)
            .weigher((Integer block, String[] texts) -> weight(texts))
            .executor(Runnable::run)
            .build();
    /** For each block and for the next one: its position, and the number of its first text. */
    private long[] starts = new long[16];

    private int[] firsts = new int[16];
    private int blocks;
    private final List<String> last = new ArrayList<>(BLOCK);
    private int lengthOfLast;

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

    /** The text of this number. */
    String text(int number) {
        if (number < 0 || number >= firsts[blocks] + last.size()) {
            throw FileProblems.malformed();
        }
        int block = block(number);
        int index = number - firsts[block];
        return block == blocks ? last.get(index) : cache.get(block, this::load)[index];
    }

    /** The block of a text: the last one that does not begin after it. */
    private int block(int number) {
        int found = Arrays.binarySearch(firsts, 0, blocks + 1, number);
        return found >= 0 ? found : -found - 2;
    }

    private void add(String text) {
        last.add(text);
        lengthOfLast += text.length();
        if (last.size() == BLOCK || lengthOfLast >= LONG_BLOCK) {
            spoolBlock();
        }
    }

    private void spoolBlock() {
        int next = firsts[blocks] + last.size();
        if (next > MOST_TEXTS) {
            throw FileProblems.unpacksToTooMuch();
        }
        List<byte[]> texts =
                last.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer block = ByteBuffer.allocate(
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        texts.forEach(text -> block.putInt(text.length).put(text));
        if (blocks + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            firsts = Arrays.copyOf(firsts, firsts.length * 2);
        }
        starts[blocks] = spool.size();
        spool.append(block.array(), 0, block.capacity());
        blocks++;
        starts[blocks] = spool.size();
        firsts[blocks] = next;
        last.clear();
        lengthOfLast = 0;
    }

    private String[] load(int block) {
        ByteBuffer bytes = ByteBuffer.wrap(spool.read(starts[block], (int) (starts[block + 1] - starts[block])));
        String[] texts = new String[firsts[block + 1] - firsts[block]];
        for (int i = 0; i < texts.length; i++) {
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
