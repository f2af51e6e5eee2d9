package dev.parley.user;

import java.util.List;

/** Those who were found. */
public record Directory(List<DirectoryEntry> users) {}
