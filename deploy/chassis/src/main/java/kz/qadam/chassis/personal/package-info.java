/**
 * Recognises texts that name a person: e-mail addresses, telephone numbers and names in full. The package uses no other
 * package.
 */
package kz.qadam.chassis.personal;
