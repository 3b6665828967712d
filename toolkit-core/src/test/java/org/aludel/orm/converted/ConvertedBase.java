package org.aludel.orm.converted;

import org.aludel.orm.annotation.TypeMap;
import org.aludel.orm.mapping.DeclarativeBase;

/** Says for all classes below how amounts and sizes are stored. */
@TypeMap({CentsConverter.class, SizeConverter.class})
public abstract class ConvertedBase extends DeclarativeBase {}
