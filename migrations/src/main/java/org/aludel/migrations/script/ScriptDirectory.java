package org.aludel.migrations.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.jspecify.annotations.Nullable;

/**
 * The place where revision files lie: a directory, or a folder of the class path. Holds no state;
 * each call reads again.
 */
public final class ScriptDirectory {
  /** Where revision files lie on the class path unless told otherwise. */
  public static final String CLASS_PATH_LOCATION = "db/migrations";

  private final String name;
  private final @Nullable Path directory;
  private final Listing listing;

  private ScriptDirectory(String name, @Nullable Path directory, Listing listing) {
    this.name = name;
    this.directory = directory;
    this.listing = listing;
  }

  /** A directory, subdirectories included; one that does not exist holds no revisions. */
  public static ScriptDirectory of(Path directory) {
    return new ScriptDirectory(directory.toString(), directory, () -> bytesIn(directory));
  }

  /**
   * A folder of the class path, in directories and jars alike.
   *
   * @param location such as {@code db/migrations}
   */
  public static ScriptDirectory ofClassPath(ClassLoader loader, String location) {
    ClassPathFolder folder = new ClassPathFolder(loader, location);
    return new ScriptDirectory("classpath:" + location, null, folder::files);
  }

  /**
   * All revision files ({@code *.yaml}, {@code *.yml}), sorted by name.
   *
   * @throws RevisionException INVALID_FILE with everything that is wrong in all files
   */
  public List<RevisionFile> files() {
    RevisionLoader loader = new RevisionLoader();
    List<RevisionFile> files = new ArrayList<>();
    List<RevisionException> failures = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : listed().entrySet()) {
      try {
        files.add(loader.load(file.getKey(), decoded(file.getKey(), file.getValue())));
      } catch (RevisionException e) {
        failures.add(e);
      }
    }
    if (failures.size() == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      throw all(failures);
    }
    return List.copyOf(files);
  }

  /**
   * The graph of all revisions.
   *
   * @throws RevisionException as {@link #files()} and {@link RevisionMap#of}
   */
  public RevisionMap revisions() {
    return RevisionMap.of(files().stream().map(RevisionFile::revision).toList());
  }

  /**
   * Writes a new revision file; the directory is made if it is missing. The file appears whole or
   * not at all.
   *
   * @return where it was written
   * @throws RevisionException INVALID_FILE when the text would not be read back as this revision;
   *     NOT_WRITABLE when there is a file of that name, or no directory to write to
   */
  public Path write(Revision revision, List<BannerLine> banner) {
    String fileName = RevisionFileName.of(revision);
    if (directory == null) {
      throw notWritable(fileName, "the class path cannot be written to", null);
    }
    String text = new RevisionEmitter().emit(revision, banner);
    Revision read = new RevisionLoader().load(fileName, text).revision();
    if (!RevisionFile.canonicalText(read).equals(RevisionFile.canonicalText(revision))) {
      throw new IllegalStateException("the emitter wrote what the loader reads differently");
    }
    Path file = directory.resolve(fileName);
    try {
      Files.createDirectories(directory);
      if (Files.exists(file)) {
        throw notWritable(fileName, "the file exists", null);
      }
      Path temporary = directory.resolve("." + fileName + ".tmp");
      Files.writeString(
          temporary,
          text,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw notWritable(fileName, String.valueOf(e.getMessage()), e);
    }
  }

  /** The directory, or the class path folder after {@code classpath:}. */
  @Override
  public String toString() {
    return name;
  }

  private SortedMap<String, byte[]> listed() {
    try {
      return listing.files();
    } catch (IOException e) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_FILE, "cannot read the revisions in \"" + name + "\"")
              .found(String.valueOf(e.getMessage()))
              .expected("files that can be read"),
          e);
    }
  }

  private static RevisionException all(List<RevisionException> failures) {
    return new RevisionException(
        Problem.of(MigrationCode.INVALID_FILE, "cannot read " + failures.size() + " revision files")
            .found(
                String.join(
                    "\n",
                    failures.stream()
                        .map(failure -> String.valueOf(failure.problem().found()))
                        .toList()))
            .expected("a Liquibase changelog with a \"revision\" mapping, format 1")
            .fix("correct the lines named above"),
        failures.get(0));
  }

  private RevisionException notWritable(String file, String found, @Nullable Exception cause) {
    return new RevisionException(
        Problem.of(
                MigrationCode.NOT_WRITABLE,
                "cannot write revision file \"" + file + "\" to \"" + name + "\"")
            .found(found)
            .expected("a directory to which a new file can be added")
            .fix("set the directory, as in -Dorm.directory=src/main/resources/db/migrations"),
        cause);
  }

  private static String decoded(String path, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_FILE, "cannot read revision file \"" + path + "\"")
              .found(path + ": the file is not UTF-8")
              .expected("UTF-8")
              .fix("save the file as UTF-8"),
          e);
    }
  }

  private static SortedMap<String, byte[]> bytesIn(Path directory) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      List<Path> found;
      try (Stream<Path> walk = Files.walk(directory)) {
        found = walk.filter(file -> isRevision(String.valueOf(file.getFileName()))).toList();
      }
      for (Path file : found) {
        files.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  static boolean isRevision(String fileName) {
    return (fileName.endsWith(".yaml") || fileName.endsWith(".yml")) && !fileName.startsWith(".");
  }

  /** Lists and reads the files of one place. */
  private interface Listing {
    SortedMap<String, byte[]> files() throws IOException;
  }
}
