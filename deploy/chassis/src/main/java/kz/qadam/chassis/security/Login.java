package kz.qadam.chassis.security;

import org.eclipse.microprofile.config.ConfigProvider;

/** Tells pages whether people can log in. */
public final class Login {

    private static final boolean OFFERED = ConfigProvider.getConfig()
            .getOptionalValue("qadam.login.enabled", Boolean.class)
            .orElse(false);

    private Login() {}

    /** Whether there is a provider at which people log in. */
    public static boolean isOffered() {
        return OFFERED;
    }
}
