/** The versions of what requests replace: a caller replaces only what it has read (RFC 9110). */
package kz.qadam.chassis.http.version;
