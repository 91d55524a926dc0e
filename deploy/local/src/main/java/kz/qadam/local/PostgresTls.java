package kz.qadam.local;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Lets a PostgreSQL server accept no connection but those by TLS, and its clients check who answers. */
record PostgresTls(Certificates certificates) {

    private static final String CERTIFICATE = "server.crt";
    private static final String KEY = "server.key";
    private static final String WHO_MAY_CONNECT = "tls_hba.conf";

    /** Copies the certificate to the data, which belong to the user that runs the server. */
    void install(Path data) throws IOException {
        new PrivateFile(data.resolve(CERTIFICATE)).replace(Files.readString(certificates.of(Certificates.POSTGRES)));
        new PrivateFile(data.resolve(KEY)).replace(Files.readString(certificates.keyOf(Certificates.POSTGRES)));
        new PrivateFile(data.resolve(WHO_MAY_CONNECT)).replace("""
                # type  database  user  address  method
                hostssl all       all   all      scram-sha-256
                """);
    }

    Map<String, String> settings(Path data) {
        return Map.of(
                "ssl",
                "on",
                "ssl_cert_file",
                CERTIFICATE,
                "ssl_key_file",
                KEY,
                "ssl_min_protocol_version",
                "TLSv1.3",
                "hba_file",
                data.resolve(WHO_MAY_CONNECT).toString());
    }

    /** What the address of a database ends with. */
    String parameters() {
        String authority = certificates.authority().toString();
        return "?sslmode=verify-full&sslrootcert=" + URLEncoder.encode(authority, StandardCharsets.UTF_8);
    }
}
