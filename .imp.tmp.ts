import { estateImportCommand } from '/work/main/src/commands/estateImport.ts'
import { terminalIo } from '/work/main/src/commands/terminalIo.ts'
process.exitCode = await estateImportCommand({ file: process.argv[2]! }, terminalIo(process))
