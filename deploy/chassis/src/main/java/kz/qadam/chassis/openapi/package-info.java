/**
 * Completes the OpenAPI documents of the services: problems, operation ids, examples and value schemas. The package
 * may use {@code problem}, {@code language}, {@code security} and {@code table}.
 */
package kz.qadam.chassis.openapi;
