/**
 * Configures the strict Jackson mapper that reads and writes JSON. The package uses no other package.
 */
package kz.qadam.chassis.json;
