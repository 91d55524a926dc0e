/** Reads key files and encrypts values with their keys. It knows nothing about the content of the values. */
package kz.qadam.chassis.base.crypto;
