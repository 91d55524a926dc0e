/**
 * The operations that a served OpenAPI document describes, and requests made out of them, for tests that call
 * everything. The package knows no service and no operation, and may use only the JDK and Jackson.
 */
package kz.qadam.openapi;
