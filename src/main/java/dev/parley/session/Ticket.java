package dev.parley.session;

/**
 * A ticket for one socket.
 *
 * @param ticket 256 random bits in base64url, good once
 * @param expiresIn seconds that it is good for
 */
public record Ticket(String ticket, long expiresIn) {}
