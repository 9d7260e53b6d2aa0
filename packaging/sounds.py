"""Draws the sounds of resources/sounds: a few soft tones that fade like a struck bar. Run it again after a change.

python packaging/sounds.py
"""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 16000  # samples a second: nothing in them is higher than 4 kHz
LOUDEST = 0.32  # of what there is: a hint, not an alarm
ATTACK = 0.006  # seconds; a harder begin clicks
OVERTONES = ((1.0, 1.0, 1.0), (2.0, 0.22, 2.2), (3.01, 0.08, 4.0))  # times the pitch, how loud, how much sooner gone

# Pitch in Hz, begin in seconds, how long until it is nearly gone.
SOUNDS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "change": ((587.33, 0.0, 0.34),),
    "reminder": ((523.25, 0.0, 0.34), (783.99, 0.15, 0.5)),
    "invitation": ((659.26, 0.0, 0.26), (783.99, 0.12, 0.26), (987.77, 0.24, 0.46)),
}


def samples(tones: Sequence[tuple[float, float, float]]) -> list[float]:
    """The tones together, from -1 to 1."""
    length = max(begin + fade for _pitch, begin, fade in tones)
    mixed = [
        sum(_tone(number / RATE - begin, pitch, fade) for pitch, begin, fade in tones)
        for number in range(int(length * RATE))
    ]
    loudest = max(map(abs, mixed))
    return [each / loudest * LOUDEST for each in mixed]


def _tone(at: float, pitch: float, fade: float) -> float:
    """One tone at an instant of its own: it swells, fades, and is silent at its end."""
    if not 0 <= at < fade:
        return 0.0
    swell = min(1.0, at / ATTACK)
    end = min(1.0, (fade - at) / 0.03)
    parts = (
        loud * math.exp(-5 * sooner * at / fade) * math.sin(2 * math.pi * pitch * times * at)
        for times, loud, sooner in OVERTONES
    )
    return swell * end * sum(parts)


def write(path: Path, tones: Sequence[tuple[float, float, float]]) -> None:
    """A WAV file, one channel, 16 bits: every system plays it."""
    values = [round(each * 32767) for each in samples(tones)]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        write(FOLDER / f"{name}.wav", tones)
        print(f"{name}.wav  {(FOLDER / f'{name}.wav').stat().st_size} bytes")
