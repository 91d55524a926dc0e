/**
 * A load on several instances of the services, of which some come and go meanwhile, and the comparison of the figures
 * with what was acknowledged. The package knows only the HTTP APIs of the services, and uses no other package but for
 * the identification numbers of {@code demo}.
 */
package kz.qadam.load;
