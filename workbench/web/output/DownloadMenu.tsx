import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { saveAsFile } from '../shared/saveAsFile.ts'
import { formats, textOf } from './download.ts'
import type { Source } from './sources.ts'
import type { Table } from './table.ts'

interface Props {
  readonly source: Source
  readonly table: Table | undefined
}

/** Saves the whole output, whatever is searched for. */
export const DownloadMenu = ({ source, table }: Props) => (
  <Menu position="bottom-end" withinPortal>
    <Menu.Target>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconDownload size={13} aria-hidden />}
      >
        Download
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {formats
        .filter(format => format === 'JSON' || table)
        .map(format => (
          <Menu.Item
            key={format}
            onClick={() =>
              saveAsFile(
                `${source.name}.${format.toLowerCase()}`,
                textOf(format, source.output, table),
              )
            }
          >
            {format}
          </Menu.Item>
        ))}
    </Menu.Dropdown>
  </Menu>
)
