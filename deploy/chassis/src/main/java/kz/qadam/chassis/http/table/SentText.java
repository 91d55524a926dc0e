package kz.qadam.chassis.http.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Reads text as UTF-8, with or without a byte order mark; any other encoding is refused, never guessed, unless the
 * sender has said beforehand which one it uses. The declared
 * charset is ignored, since many clients declare a wrong one, and other encodings are hardly ever valid UTF-8.
 */
public final class SentText extends FilterReader {

    private static final char MARK = '\uFEFF';
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private boolean begun;
    private char last;

    public SentText(InputStream body) {
        this(body, StandardCharsets.UTF_8);
    }

    private SentText(InputStream body, Charset encoding) {
        super(new InputStreamReader(
                body,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** In this encoding, unless it begins with the byte order mark of UTF-8. */
    static SentText in(Charset encoding, InputStream body) throws IOException {
        var marked = new PushbackInputStream(body, UTF_8_MARK.length);
        byte[] begin = marked.readNBytes(UTF_8_MARK.length);
        marked.unread(begin);
        return new SentText(marked, Arrays.equals(begin, UTF_8_MARK) ? StandardCharsets.UTF_8 : encoding);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /**
     * Reads characters.
     *
     * @throws Problem 415 if the text is not UTF-8
     */
    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        try {
            int read = super.read(into, offset, length);
            if (!begun && read > 0) {
                begun = true;
                if (into[offset] == MARK) {
                    System.arraycopy(into, offset + 1, into, offset, read - 1);
                    read = read > 1 ? read - 1 : super.read(into, offset, length);
                }
            }
            inspect(into, offset, read);
            return read;
        } catch (CharacterCodingException e) {
            throw encoding();
        }
    }

    /** The last character so far that is not a line end. */
    char last() {
        return last;
    }

    /** Refuses zero characters, which indicate UTF-16. */
    private void inspect(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] == 0) {
                throw encoding();
            }
            if (chars[i] != '\n' && chars[i] != '\r') {
                last = chars[i];
            }
        }
    }

    private static Problem encoding() {
        return new Problem(ProblemType.ENCODING, Message.of("encoding"));
    }
}
