package org.aludel.dialect;

/** Gives the rows of a {@code COPY … FROM STDIN} in the format that the statement names. */
@FunctionalInterface
public interface CopySource {
  /** Writes all rows; an exception takes the statement back. */
  void writeTo(Sink sink);

  /** Where they go. */
  @FunctionalInterface
  interface Sink {
    /** Sends the first bytes of a buffer, which is the caller's again afterwards. */
    void write(byte[] buffer, int length);
  }
}
