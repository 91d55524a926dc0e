/**
 * How callers reach the service: how browsers are committed to TLS, and which proxies are believed. It uses nothing else of
 * the chassis.
 */
package kz.qadam.chassis.transport;
