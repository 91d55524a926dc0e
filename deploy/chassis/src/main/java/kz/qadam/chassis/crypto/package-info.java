/**
 * Reads key files and encrypts values with their keys. The package uses no other package, and knows nothing about the
 * content of the values.
 */
package kz.qadam.chassis.crypto;
