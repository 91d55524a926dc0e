/**
 * Messages for people in Kazakh, Russian and English, read from the message files, with identification numbers of
 * persons masked.
 */
package kz.qadam.chassis.base.language;
