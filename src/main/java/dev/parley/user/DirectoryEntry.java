package dev.parley.user;

/** Someone in the directory: enough to mention them or to write to them. */
public record DirectoryEntry(long id, String username, String displayName) {}
