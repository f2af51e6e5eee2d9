/**
 * How much the built {@code parley.jar} bears: {@code ./mvnw -Pload verify}. Generator and server
 * share the machine, so the generator is one thread that parses nothing: frames are made once and
 * answers are scanned for one mark.
 */
package dev.parley.load;
