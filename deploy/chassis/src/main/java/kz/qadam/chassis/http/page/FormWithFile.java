package kz.qadam.chassis.http.page;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.qadam.chassis.http.problem.Problem;

/**
 * What a form of a page sends that may have a file. It is read from memory, and nothing of it is on a disk.
 *
 * @param values the value of each field
 * @param file empty if none was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // It is never compared.
public record FormWithFile(Map<String, String> values, byte[] file) {

    /**
     * Reads a body of the type {@code multipart/form-data}.
     *
     * @throws Problem 400 if it is none, or has more than {@value SentForm#MOST_FIELDS} fields
     */
    public static FormWithFile read(byte[] body, String contentType) {
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        Map<String, String> values = new LinkedHashMap<>();
        byte[] file = {};
        HttpPostMultipartRequestDecoder parts = null;
        try {
            parts = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false),
                    request,
                    StandardCharsets.UTF_8,
                    SentForm.MOST_FIELDS,
                    Math.max(1, body.length));
            for (InterfaceHttpData part : parts.getBodyHttpDatas()) {
                if (part instanceof FileUpload upload) {
                    file = upload.get();
                } else if (part instanceof Attribute field) {
                    values.putIfAbsent(field.getName(), field.getValue());
                }
            }
            return new FormWithFile(values, file);
        } catch (TooManyFormFieldsException e) {
            throw Problem.unreadable("too-many/fields", SentForm.MOST_FIELDS);
        } catch (ErrorDataDecoderException e) {
            throw Problem.unreadable("malformed/form");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (parts != null) {
                parts.destroy();
            }
        }
    }
}
