/** Recognises texts that name a person: e-mail addresses, telephone numbers and names in full. */
package kz.qadam.chassis.base.personal;
