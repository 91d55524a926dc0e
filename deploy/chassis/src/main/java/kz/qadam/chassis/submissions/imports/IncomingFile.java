package kz.qadam.chassis.submissions.imports;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import kz.qadam.chassis.http.security.Submitter;

/**
 * A file that is being received.
 *
 * @param name the name that the sender gave, or null
 * @param profile the profile by which it is read, or null
 */
record IncomingFile(InputStream body, MediaType type, Submitter submitter, String name, String profile) {}
