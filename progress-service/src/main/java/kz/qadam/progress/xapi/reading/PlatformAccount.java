package kz.qadam.progress.xapi.reading;

/**
 * An account at a platform, as a statement names it.
 *
 * @param platform the name of the platform's profile
 * @param name as the platform has it: a number, a user name, a UUID
 */
public record PlatformAccount(String platform, String name) {

    /** Not the name: it may say who somebody is. */
    @Override
    public String toString() {
        return "Account at " + platform;
    }
}
