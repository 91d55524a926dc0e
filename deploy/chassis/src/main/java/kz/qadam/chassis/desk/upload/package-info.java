/**
 * A page from which people send files and follow their progress. It knows only what a service declares in its {@link
 * kz.qadam.chassis.desk.upload.Upload}.
 */
package kz.qadam.chassis.desk.upload;
