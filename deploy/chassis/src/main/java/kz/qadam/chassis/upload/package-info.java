/**
 * A page from which people send files and follow their progress. The package may use {@code table}, {@code page},
 * {@code language}, {@code problem} and {@code security}, and knows only what a service declares in its {@link
 * kz.qadam.chassis.upload.Upload}.
 */
package kz.qadam.chassis.upload;
