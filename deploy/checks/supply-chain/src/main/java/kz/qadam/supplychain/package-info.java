/**
 * Checks what the services are made of: the licences and the known vulnerabilities of the components in their bills of
 * materials. The package uses nothing of the suite.
 */
package kz.qadam.supplychain;
