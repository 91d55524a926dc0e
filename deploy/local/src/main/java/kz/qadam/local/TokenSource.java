package kz.qadam.local;

import java.io.IOException;

/** Issues the bearer tokens that the services of a suite accept. */
interface TokenSource {

    /** A token that is valid from now on. */
    String token(Bearer bearer) throws IOException;
}
