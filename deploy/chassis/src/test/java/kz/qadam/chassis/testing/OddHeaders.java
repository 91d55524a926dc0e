package kz.qadam.chassis.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests with headers that no client should send: right ones in pieces, joined wrongly, and arbitrary bytes. */
public final class OddHeaders {

    /** What an odd value is made of, separated by two blanks. */
    private static final List<String> PIECES = Stream.concat(
                    Stream.of(" ", "\t", "\u00e9", "\u00ff", "\\"), Stream.of("""
                            application/json  text/csv  text/html  */*  *  /  //  application/  /json  a b/c  x
                            ;  ;;  ;q=  ;q=0.5  ;q=2  ;q=x  ;q=1e9  ;q=-1  ; /x  ;charset=  ;charset="  =  ,  , ,  "
                            (  )  [  ]  {}  %  %zz  @  kk  ru-RU  en;q=0.5  *-*  -  --  _  i-x  x-
                            W/"a"  W/  bytes=  bytes=0-  bytes=9-1  bytes=-  99999999999999999999  -1  0  null
                            http://  https://a b  ://  http://[  :  file:///x  Sun, 06 Nov 1994 08:49:37 GMT  Sun, 99 Nov
                            gzip  gzip;q=a  identity;q=0  00-0-0-0""".split("  |\n", -1)))
            .toList();

    private static final List<String> NAMES = List.of("""
            Accept  Accept  Accept  Accept  Accept-Language  Accept-Language  Accept-Encoding  Accept-Charset  Content-Type
            Content-Type  If-None-Match  If-Match  If-Modified-Since  If-Range  Range  Origin  Referer  Cookie  User-Agent
            Last-Event-ID  traceparent  baggage  X-Forwarded-For  Forwarded  Sec-Fetch-Site  TE  Access-Control-Request-Method
            Access-Control-Request-Headers  X-Request-ID  Via  Authorization""".split("  |\n", -1));

    private final Random random;
    private final int port;

    /** @param seed the same seed makes the same requests */
    public OddHeaders(int port, long seed) {
        this.random = new Random(seed);
        this.port = port;
    }

    /**
     * Sends this many requests, and returns those that were not answered, or answered by a fault of the server.
     *
     * @param targets methods and paths, such as {@code GET /v1/progress}
     * @param right headers of each request, such as the token
     */
    public List<String> failing(int requests, List<String> targets, String... right) throws IOException {
        var failing = new ArrayList<String>();
        for (int i = 0; i < requests; i++) {
            String target = targets.get(random.nextInt(targets.size()));
            List<String> odd = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(unused -> header())
                    .toList();
            int status = status(target, odd, right);
            if (status < 200 || status >= 500) failing.add(status + " " + target + " " + odd);
        }
        return failing;
    }

    /** The status of one request; 0 without an answer. */
    public int status(String target, List<String> odd, String... right) throws IOException {
        String body = target.startsWith("P") ? "{}" : null;
        var request = new StringBuilder(target).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : right) request.append(header).append("\r\n");
        for (String header : odd) request.append(header).append("\r\n");
        if (body != null) request.append("Content-Length: 2\r\n");
        request.append("\r\n").append(body == null ? "" : body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return line.length() < 12 ? 0 : Integer.parseInt(line.substring(9));
        }
    }

    private String anyCharacter() {
        return Character.toString(' ' + random.nextInt(95));
    }

    private String header() {
        var value = new StringBuilder();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            value.append(random.nextInt(8) == 0 ? anyCharacter() : PIECES.get(random.nextInt(PIECES.size())));
        }
        if (random.nextInt(50) == 0) value.append(value.toString().repeat(200), 0, 3_000 % (value.length() * 200));
        return NAMES.get(random.nextInt(NAMES.size())) + ": " + value;
    }
}
