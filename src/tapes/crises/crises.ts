import { august2024 } from './august2024.ts'
import type { Crisis } from './Crisis.ts'
import { franc2015 } from './franc2015.ts'
import { ftx2022 } from './ftx2022.ts'
import { luna2022 } from './luna2022.ts'
import { march2020 } from './march2020.ts'
import { may2021 } from './may2021.ts'
import { october1987 } from './october1987.ts'
import { october2025 } from './october2025.ts'
import { oil2020 } from './oil2020.ts'
import { volmageddon2018 } from './volmageddon2018.ts'

/** The stylised crises, newest first, the coins before the others. */
export const CRISES: readonly Crisis[] = [october2025, august2024, ftx2022, luna2022, may2021, march2020, oil2020, volmageddon2018, franc2015, october1987]
