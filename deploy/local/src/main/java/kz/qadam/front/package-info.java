/**
 * One address for the three services: the table of paths, a proxy that reads it, and the same for others. The package uses
 * no other package, and knows the services by their names and addresses.
 */
package kz.qadam.front;
