package org.aludel.orm.hashes;

import org.aludel.orm.mapping.DeclarativeBase;

/** Sets of objects whose hashes are those of their ids. */
public abstract class HashesBase extends DeclarativeBase {}
