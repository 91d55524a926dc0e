/**
 * How callers reach the service: what browsers are told about TLS, and which proxies are believed. It uses nothing else of
 * the chassis.
 */
package kz.qadam.chassis.transport;
