/**
 * The archive: what is only ever added is sealed in segments, each a pure function of the database, which programs of
 * others check. A segment is a file of lines, a manifest that {@code sha256sum -c} reads, and a signature that
 * {@code openssl} checks.
 */
package kz.qadam.chassis.events.archive;
