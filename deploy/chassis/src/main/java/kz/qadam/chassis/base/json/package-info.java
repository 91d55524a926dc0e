/** Configures the strict Jackson mapper that reads and writes JSON. */
package kz.qadam.chassis.base.json;
