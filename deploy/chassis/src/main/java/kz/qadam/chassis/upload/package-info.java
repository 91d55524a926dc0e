/**
 * A page from which people send files and follow what becomes of them. It uses templates, pages and languages, and knows
 * only what a service declares in its {@link kz.qadam.chassis.upload.Upload}.
 */
package kz.qadam.chassis.upload;
