package org.aludel.maven.settings;

import org.jspecify.annotations.Nullable;

/** A user and a password, each null where it was not given. The password is never printed. */
public record Credentials(@Nullable String user, @Nullable String password) {
  @Override
  public String toString() {
    return "Credentials[user=" + user + ", password=" + (password == null ? "none" : "***") + "]";
  }
}
